package org.mlanalytics.files.ingestfile.callback;

import java.util.Optional;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;

/** What is told of a request that has ended. */
@FunctionalInterface
public interface RequestEnd {

  /** The message, JSON; empty while the request has not ended. */
  Optional<byte[]> message(AcceptedRequest accepted);
}
