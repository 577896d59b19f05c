package org.mlanalytics.files.fetching;

import java.io.IOException;
import java.net.URI;

/** Fetches the addresses of one kind. */
interface SourceClient {

  /**
   * Copies what the address names into the intake.
   *
   * @throws FetchRefusedException if the policy forbids it or the source does not give it
   */
  Fetched fetch(URI uri, FetchPolicy policy, Intake intake) throws IOException;
}
