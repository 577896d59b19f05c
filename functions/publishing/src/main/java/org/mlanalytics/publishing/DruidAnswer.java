package org.mlanalytics.publishing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.util.function.Supplier;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** What Druid has answered to a call. */
record DruidAnswer(int status, String body) {

  private static final int LONGEST = 500;

  /**
   * Calls Druid.
   *
   * @throws DruidUnavailableException when it does not answer, or answers 429 or 5xx
   */
  static DruidAnswer of(Supplier<Response> request) {
    try (Response response = request.get()) {
      DruidAnswer answer = new DruidAnswer(response.getStatus(), response.readEntity(String.class));
      if (answer.status() == 429 || answer.status() >= 500) {
        throw new DruidUnavailableException(answer.words(), null);
      }
      return answer;
    } catch (ProcessingException e) {
      throw new DruidUnavailableException(e.getMessage(), e);
    }
  }

  boolean isOk() {
    return status / 100 == 2;
  }

  boolean isNotFound() {
    return status == 404;
  }

  /**
   * The body of a good answer.
   *
   * @throws AnalyticsException {@link ErrorCode#DRUID_REFUSED} for any other answer
   */
  JsonNode tree(ObjectMapper json) {
    if (!isOk()) {
      throw refused();
    }
    try {
      return json.readTree(body);
    } catch (JsonProcessingException e) {
      throw new DruidUnavailableException("the answer is no JSON", e);
    }
  }

  AnalyticsException refused() {
    return new AnalyticsException(ErrorCode.DRUID_REFUSED, words());
  }

  private String words() {
    String words = body == null ? "" : Signatures.removed(body);
    return "HTTP "
        + status
        + " "
        + (words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…");
  }
}
