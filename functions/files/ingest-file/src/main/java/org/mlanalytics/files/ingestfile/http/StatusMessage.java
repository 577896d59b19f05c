package org.mlanalytics.files.ingestfile.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.mlanalytics.files.ingestfile.callback.RequestEnd;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;

/**
 * What callbacks say: the status as it is answered by HTTP, without what became of the callback.
 */
@ApplicationScoped
public class StatusMessage implements RequestEnd {

  private final StatusReader statuses;
  private final ObjectMapper json;

  StatusMessage(StatusReader statuses, ObjectMapper json) {
    this.statuses = statuses;
    this.json = json;
  }

  @Override
  public Optional<byte[]> message(AcceptedRequest accepted) {
    return statuses.ended(accepted).map(this::write);
  }

  private byte[] write(FileStatus status) {
    try {
      return json.writeValueAsBytes(status);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a status is JSON", e);
    }
  }
}
