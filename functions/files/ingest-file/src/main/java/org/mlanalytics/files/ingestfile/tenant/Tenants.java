package org.mlanalytics.files.ingestfile.tenant;

import java.util.Optional;
import java.util.Set;

/** Tells whose a caller is. */
public interface Tenants {

  /**
   * The tenant that a bearer token belongs to.
   *
   * @param bearer the token, or null
   */
  Optional<String> of(String bearer);

  /** The tenants that have a token. */
  Set<String> names();
}
