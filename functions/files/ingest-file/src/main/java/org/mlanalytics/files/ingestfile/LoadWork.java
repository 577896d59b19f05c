package org.mlanalytics.files.ingestfile;

import java.io.IOException;
import java.util.List;
import org.mlanalytics.files.checking.reason.Refusal;
import org.mlanalytics.files.fetching.FetchRefusedException;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.files.ingestfile.stage.CheckStage;
import org.mlanalytics.files.ingestfile.stage.DruidLoad;
import org.mlanalytics.files.ingestfile.stage.LoadStage;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.run.RunState;

/** What the run of a content and a target does: it checks the landed file and loads its rows. */
final class LoadWork {

  private final CheckStage checking;
  private final LoadStage loading;
  private final DruidLoad druid;
  private final FileEvents events;

  LoadWork(CheckStage checking, LoadStage loading, DruidLoad druid, FileEvents events) {
    this.checking = checking;
    this.loading = loading;
    this.druid = druid;
    this.events = events;
  }

  void execute(RunHandle handle, AcceptedRequest accepted) throws IOException {
    String scope = handle.run().identity().scope();
    String sha256 = scope.substring(scope.indexOf('/') + 1);
    Target target = Target.ofDataset(handle.run().identity().dataset());
    if (handle.run().state() == RunState.CLAIMED && !isGood(handle, accepted, target, sha256)) {
      return;
    }
    if (target.kind() == Target.Kind.DRUID) {
      druid.load(handle, accepted, target, sha256);
      return;
    }
    long loaded = loading.load(handle, accepted, target, sha256);
    Counts counts = handle.run().counts().withPublished(loaded);
    handle.succeed(counts, List.of(events.ingested(handle.run(), loaded)), loaded + " rows");
  }

  /** A run has failed or was cancelled. */
  void ended(Run run) {
    druid.ended(run);
  }

  private boolean isGood(RunHandle handle, AcceptedRequest accepted, Target target, String sha256)
      throws IOException {
    try {
      CheckStage.Checked checked = checking.check(handle, accepted, target, sha256);
      Refusal refusal = checked.report().refusal();
      if (refusal == null) {
        long bad = checked.report().quarantined();
        handle.extracted(checked.counts(), checked.objects(), bad + " rows put aside");
        return true;
      }
      String message = refusal.code().code() + " at line " + refusal.line();
      reject(handle, message, checked.counts(), checked.objects());
    } catch (FetchRefusedException unpacked) {
      String message = unpacked.reason().code() + ": " + unpacked.detail();
      reject(handle, message, Counts.NONE, List.of());
    }
    return false;
  }

  private void reject(RunHandle handle, String message, Counts counts, List<LandedObject> objects) {
    List<StepEvent> told = List.of(events.rejected(handle.run()));
    handle.fail(ErrorCode.FILE_REJECTED, message, counts, objects, told);
  }
}
