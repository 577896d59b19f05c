package org.mlanalytics.files.ingestfile.http;

import java.util.List;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.Run;

/** How far a file has come, in the order in which it comes there; the last four are ends. */
public enum FileState {
  /** No worker has begun. */
  QUEUED,
  /** Its content is on its way. */
  FETCHING,
  /** It is landed; no worker has begun to check it. */
  LANDED,
  /** Its rows are being checked. */
  CHECKING,
  /** Its good rows are being loaded. */
  LOADING,
  /** Its good rows are in the target. */
  INGESTED,
  /** Cancelled. */
  CANCELLED,
  /** Its content is not good enough; nothing was loaded. */
  REJECTED,
  /** Something else went wrong; nothing, or a part of its rows, was loaded. */
  FAILED;

  /** The state of a request whose file is not landed, or null when it is. */
  static FileState ofRequest(Run run) {
    if (run == null) {
      return QUEUED;
    }
    return switch (run.state()) {
      case CLAIMED -> FETCHING;
      case FAILED -> run.objects().isEmpty() ? FAILED : null;
      case CANCELLED -> run.objects().isEmpty() ? CANCELLED : null;
      default -> null;
    };
  }

  /**
   * The state of a load.
   *
   * @param run or null
   * @param request the run of the request that waits for it
   */
  static FileState ofLoad(Run run, Run request) {
    if (run == null) {
      return switch (request.state()) {
        case CANCELLED -> CANCELLED;
        case FAILED -> FAILED;
        default -> LANDED;
      };
    }
    return switch (run.state()) {
      case CLAIMED -> CHECKING;
      case EXTRACTED, SUBMITTING, SUBMITTED -> LOADING;
      case SUCCEEDED, SKIPPED -> INGESTED;
      case CANCELLED -> CANCELLED;
      case FAILED -> run.error().code().equals(ErrorCode.FILE_REJECTED.code()) ? REJECTED : FAILED;
    };
  }

  /** The state of a request with several targets: the one that has not ended, else the worst. */
  static FileState of(List<FileState> loads) {
    return loads.stream()
        .filter(state -> !state.isEnd())
        .findFirst()
        .orElseGet(() -> loads.stream().max(FileState::compareTo).orElse(LANDED));
  }

  boolean isEnd() {
    return compareTo(INGESTED) >= 0;
  }
}
