package org.mlanalytics.files.ingestfile.tenant;

import java.util.Optional;

/** Tells whose a caller is. */
public interface Tenants {

  /**
   * The tenant that a bearer token belongs to.
   *
   * @param bearer the token, or null
   */
  Optional<String> of(String bearer);
}
