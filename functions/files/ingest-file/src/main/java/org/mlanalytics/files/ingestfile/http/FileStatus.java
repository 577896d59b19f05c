package org.mlanalytics.files.ingestfile.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.mlanalytics.files.ingestfile.callback.DeliveryState;

/**
 * What has become of a request, as its tenant sees it.
 *
 * @param requestId id of the request
 * @param status address of this
 * @param state how far it has come, of several targets the one that has not ended, else the worst
 * @param acceptedAt when it was taken
 * @param uri where the file is
 * @param format how it is written and packed
 * @param schema name of its declared schema, or null
 * @param priority its queue
 * @param content the content that was fetched, or null
 * @param loads one for each target, when the content is there
 * @param error why it was not fetched, or null
 * @param callback how far its callback has come, or null when it has none
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FileStatus(
    String requestId,
    String status,
    FileState state,
    Instant acceptedAt,
    String uri,
    String format,
    String schema,
    String priority,
    Content content,
    List<Load> loads,
    Fault error,
    Callback callback) {

  /**
   * A callback.
   *
   * @param state how far it has come
   * @param attempts begun so far
   * @param lastResult of them: a status of HTTP, a group of faults, or null
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Callback(DeliveryState state, int attempts, String lastResult) {}

  /**
   * A content.
   *
   * @param sha256 its digest
   * @param bytes its size as it was sent
   */
  @RegisterForReflection
  public record Content(String sha256, long bytes) {}

  /**
   * A content and a target.
   *
   * @param target where the rows go
   * @param state how far it has come
   * @param requestId the request that it was loaded for, when that was another one
   * @param rows read
   * @param quarantined put aside
   * @param loaded confirmed by the target
   * @param report address of the quality report, or null
   * @param reportPage address of the same for people, or null
   * @param quarantine address of the rows that were put aside, or null
   * @param error why it failed, or null
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Load(
      String target,
      FileState state,
      String requestId,
      long rows,
      long quarantined,
      long loaded,
      String report,
      String reportPage,
      String quarantine,
      Fault error) {}

  /**
   * A fault as a tenant sees it: what may tell of the installation is left out.
   *
   * @param code stable code
   * @param title one line that names it
   * @param detail what exactly, or null
   */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Fault(String code, String title, String detail) {}
}
