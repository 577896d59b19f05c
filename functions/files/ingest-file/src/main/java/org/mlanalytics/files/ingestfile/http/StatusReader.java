package org.mlanalytics.files.ingestfile.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.SchemaChoice;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.files.ingestfile.stage.FileObjects;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.run.LandedObject;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunError;
import org.mlanalytics.runtime.run.RunLedger;

/** Tells what has become of a request, by the runs that the ledger has for it. */
@ApplicationScoped
public class StatusReader {

  private final RunLedger ledger;

  StatusReader(RunLedger ledger) {
    this.ledger = ledger;
  }

  FileStatus of(AcceptedRequest accepted) {
    Run run = ledger.find(accepted.fetchRun()).orElse(null);
    FileState early = FileState.ofRequest(run);
    List<FileStatus.Load> loads = early == null ? loads(accepted, run) : null;
    FileRequest request = accepted.request();
    return new FileStatus(
        request.requestId(),
        address(accepted),
        early == null ? FileState.of(loads.stream().map(FileStatus.Load::state).toList()) : early,
        accepted.acceptedAt(),
        request.uri(),
        accepted.format(),
        SchemaChoice.name(request.schema()),
        request.priority().label(),
        early == null ? content(run) : null,
        loads,
        run == null ? null : fault(run.error()));
  }

  /** The run that loads the file of a request into a target, if there is one. */
  Optional<Run> load(AcceptedRequest accepted, Target target) {
    return ledger
        .find(accepted.fetchRun())
        .filter(run -> !run.objects().isEmpty())
        .flatMap(run -> ledger.find(accepted.loadRun(target, run.objects().get(0).sha256())));
  }

  static String address(AcceptedRequest accepted) {
    return "/files/" + accepted.request().requestId();
  }

  private List<FileStatus.Load> loads(AcceptedRequest accepted, Run request) {
    String sha256 = request.objects().get(0).sha256();
    return accepted.request().targets().stream()
        .map(
            target ->
                load(
                    accepted,
                    target,
                    request,
                    ledger.find(accepted.loadRun(target, sha256)).orElse(null)))
        .toList();
  }

  private static FileStatus.Load load(
      AcceptedRequest accepted, Target target, Run request, Run run) {
    FileState state = FileState.ofLoad(run, request);
    if (run == null) {
      return new FileStatus.Load(target.label(), state, null, 0, 0, 0, null, null, null, null);
    }
    boolean own = accepted.key().equals(run.pipeline());
    return new FileStatus.Load(
        target.label(),
        state,
        own ? null : run.pipeline().substring(run.pipeline().indexOf('/') + 1),
        run.counts().read(),
        run.counts().malformed(),
        run.counts().published(),
        address(accepted, target, run, FileObjects.REPORT, "report"),
        address(accepted, target, run, FileObjects.REPORT_PAGE, "report.html"),
        address(accepted, target, run, FileObjects.QUARANTINE, "quarantine"),
        fault(run.error()));
  }

  private static String address(
      AcceptedRequest accepted, Target target, Run run, FileObjects object, String path) {
    return object.of(run).isEmpty()
        ? null
        : address(accepted) + "/" + path + "?target=" + target.label();
  }

  private static FileStatus.Content content(Run run) {
    LandedObject raw = run.objects().get(0);
    return new FileStatus.Content(raw.sha256(), raw.bytes());
  }

  /** Only what is said of the content itself is for the tenant. */
  private static FileStatus.Fault fault(RunError error) {
    if (error == null) {
      return null;
    }
    return new FileStatus.Fault(
        error.code(),
        Arrays.stream(ErrorCode.values())
            .filter(code -> code.code().equals(error.code()))
            .findFirst()
            .map(ErrorCode::title)
            .orElse(null),
        error.code().equals(ErrorCode.FILE_REJECTED.code()) ? error.message() : null);
  }
}
