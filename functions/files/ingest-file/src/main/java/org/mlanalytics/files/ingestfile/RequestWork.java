package org.mlanalytics.files.ingestfile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.mlanalytics.files.fetching.FetchRefusedException;
import org.mlanalytics.files.fetching.RefusalReason;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.files.ingestfile.stage.FetchStage;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;

/** What the run of a request does: it fetches the file and sees to the runs that load it. */
final class RequestWork {

  private final FetchStage fetching;
  private final LoadCalls loads;
  private final FileEvents events;

  RequestWork(FetchStage fetching, LoadCalls loads, FileEvents events) {
    this.fetching = fetching;
    this.loads = loads;
    this.events = events;
  }

  /**
   * @param call runs an invocation of this function
   */
  void execute(RunHandle handle, AcceptedRequest accepted, Function<Invocation, RunReply> call)
      throws IOException {
    if (handle.run().state() == RunState.CLAIMED) {
      try {
        LandedObject raw = fetching.land(handle, accepted);
        handle.extracted(Counts.NONE, List.of(raw), raw.bytes() + " bytes");
      } catch (FetchRefusedException e) {
        handle.fail(
            code(e.reason()),
            detail(e),
            Counts.NONE,
            List.of(),
            List.of(events.rejected(handle.run())));
        return;
      }
    }
    String sha256 = handle.run().objects().get(0).sha256();
    List<String> told = new ArrayList<>();
    AnalyticsException away = null;
    for (Target target : accepted.request().targets()) {
      handle.ensureHeld();
      try {
        told.add(
            target.label() + " " + load(call, loads.of(handle.run(), accepted, target, sha256)));
      } catch (AnalyticsException e) {
        if (!e.isTransient()) {
          throw e;
        }
        // a server that is away does not keep the rows from the other targets
        away = e;
      }
    }
    if (away != null) {
      throw away;
    }
    handle.succeed(Counts.NONE, List.of(), String.join(", ", told));
  }

  /** A load that another worker has, or takes over, is that one's to end. */
  private static String load(Function<Invocation, RunReply> call, Invocation invocation) {
    try {
      return call.apply(invocation).run().state();
    } catch (AnalyticsException e) {
      if (e.code() == ErrorCode.LEASE_LOST) {
        return e.code().name();
      }
      throw e;
    }
  }

  private static ErrorCode code(RefusalReason reason) {
    return reason == RefusalReason.SIZE_DIFFERS || reason == RefusalReason.CHECKSUM_DIFFERS
        ? ErrorCode.FILE_DIFFERS
        : ErrorCode.FILE_NOT_FETCHED;
  }

  /** For operators; what a tenant is shown of it is the code alone. */
  private static String detail(FetchRefusedException e) {
    return e.reason().code() + ": " + e.detail();
  }
}
