package org.mlanalytics.streaming.runs;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** What stream functions did, over HTTP. */
@Path("/stream-runs")
@Produces(MediaType.APPLICATION_JSON)
public class StreamRunResource {

  private static final Duration USUAL = Duration.ofHours(24);
  private static final Duration LONGEST = Duration.ofDays(31);

  private final StreamRuns runs;

  StreamRunResource(StreamRuns runs) {
    this.runs = runs;
  }

  /** Hours by function, topic and partition, newest first; those of the last day by default. */
  @GET
  public List<StreamRunView> list(
      @QueryParam("function") String function,
      @QueryParam("from") String from,
      @QueryParam("to") String to) {
    Instant end = to == null ? Instant.now() : instant(to);
    Instant begin = from == null ? end.minus(USUAL) : instant(from);
    if (Duration.between(begin, end).compareTo(LONGEST) > 0) {
      throw new AnalyticsException(ErrorCode.MALFORMED_REQUEST, "at most 31 days at once");
    }
    return runs.list(function, begin, end);
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException malformed) {
      throw new AnalyticsException(
          ErrorCode.MALFORMED_REQUEST, "from and to are instants like 2026-01-31T00:00:00Z");
    }
  }
}
