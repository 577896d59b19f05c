package org.mlanalytics.streaming;

import org.mlanalytics.core.submission.LookupKeys;
import org.mlanalytics.core.submission.Lookups;

/** Port: where the documents are that submissions refer to. */
public interface LookupSource {

  /**
   * Fetches documents; asking the result does no I/O.
   *
   * @throws com.mongodb.MongoException if the server is away or refuses
   */
  Lookups load(LookupKeys keys);
}
