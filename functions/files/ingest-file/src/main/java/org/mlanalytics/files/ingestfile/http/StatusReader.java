package org.mlanalytics.files.ingestfile.http;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mlanalytics.files.ingestfile.callback.DeliveryStore;
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

  private static final Set<String> OF_CONTENT =
      Set.of(ErrorCode.FILE_REJECTED.code(), ErrorCode.FILE_INTERVAL.code());

  private final RunLedger ledger;
  private final DeliveryStore callbacks;

  StatusReader(RunLedger ledger, DeliveryStore callbacks) {
    this.ledger = ledger;
    this.callbacks = callbacks;
  }

  FileStatus of(AcceptedRequest accepted) {
    return of(accepted, ledger.find(accepted.fetchRun()).orElse(null), callback(accepted));
  }

  /**
   * The status of a request that has ended, without its callback. A load that failed for another
   * request is an end only when this request has had its own try.
   */
  Optional<FileStatus> ended(AcceptedRequest accepted) {
    return ledger
        .find(accepted.fetchRun())
        .filter(run -> run.state().isFinal())
        .map(run -> of(accepted, run, null))
        .filter(status -> status.state().isEnd());
  }

  private FileStatus of(AcceptedRequest accepted, Run run, FileStatus.Callback callback) {
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
        run == null ? null : fault(run.error()),
        callback);
  }

  private FileStatus.Callback callback(AcceptedRequest accepted) {
    return accepted.request().callback() == null
        ? null
        : callbacks
            .find(accepted.key())
            .map(one -> new FileStatus.Callback(one.state(), one.attempts(), one.result()))
            .orElse(null);
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
        OF_CONTENT.contains(error.code()) ? error.message() : null);
  }
}
