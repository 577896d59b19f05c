package org.mlanalytics.files.ingestfile.request;

import java.time.Instant;
import java.util.Optional;
import org.mlanalytics.runtime.run.RunIdentity;

/**
 * A request that was taken; it never changes. What becomes of it is told by its runs.
 *
 * @param tenant whose request it is
 * @param request the request, with its id and targets
 * @param acceptedAt when it was taken
 */
public record AcceptedRequest(String tenant, FileRequest request, Instant acceptedAt) {

  /** Name of the function, first part of every identity. */
  public static final String FUNCTION = "ingest-file";

  /** Dataset of the runs that fetch files. */
  public static final String DATASET = "file-requests";

  /** Names the request among those of all tenants. */
  public String key() {
    return key(tenant, request.requestId());
  }

  /** The key of a tenant's request. Neither part holds a slash. */
  public static String key(String tenant, String requestId) {
    return tenant + "/" + requestId;
  }

  /** The run that fetches the file and sees to its loads. */
  public RunIdentity fetchRun() {
    return fetchRun(key());
  }

  /** The run that fetches the file of the request with a key. */
  public static RunIdentity fetchRun(String key) {
    return new RunIdentity(FUNCTION, DATASET, key, RunIdentity.UNDATED);
  }

  /**
   * The run that loads a content into a target: the same for every request of the tenant that leads
   * to this content.
   *
   * @param sha256 digest of the content
   */
  public RunIdentity loadRun(Target target, String sha256) {
    return new RunIdentity(FUNCTION, target.dataset(), tenant + "/" + sha256, RunIdentity.UNDATED);
  }

  /** Whether the other is the same request, sent once more. */
  public boolean isSame(AcceptedRequest other) {
    return tenant.equals(other.tenant) && request.equals(other.request);
  }

  /** How the file is written and packed: as the request says, or as the address ends. */
  public String format() {
    return Optional.ofNullable(request.format()).orElseGet(() -> FormatByName.of(request.uri()));
  }
}
