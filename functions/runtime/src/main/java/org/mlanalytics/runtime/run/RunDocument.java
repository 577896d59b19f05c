package org.mlanalytics.runtime.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import org.bson.Document;
import org.mlanalytics.core.dataset.Granularity;
import org.mlanalytics.runtime.event.StepData;
import org.mlanalytics.runtime.event.StepEvent;

/** Runs as documents of the ledger, and back. */
final class RunDocument {

  private RunDocument() {}

  static Run read(Document d) {
    return new Run(
        d.getString("id"),
        new RunIdentity(
            d.getString("function"),
            d.getString("dataset"),
            d.getString("scope"),
            LocalDate.parse(d.getString("businessDate"))),
        d.getString("pipeline"),
        number(d, "generation"),
        Trigger.valueOf(d.getString("trigger")),
        d.getString("requestedBy"),
        Policy.of(d.getString("policy")),
        (int) number(d, "attempt"),
        (int) number(d, "takeOvers"),
        RunState.valueOf(d.getString("state")),
        list(d, "history", RunDocument::transition),
        lease(d.get("lease", Document.class)),
        d.getString("instance"),
        list(d, "outbox", RunDocument::event),
        counts(d.get("counts", Document.class)),
        progress(d.get("progress", Document.class)),
        list(d, "objects", RunDocument::object),
        druid(d.get("druid", Document.class)),
        error(d.get("error", Document.class)),
        list(d, "attempts", RunDocument::attempt),
        d.getString("traceparent"),
        instant(d, "startedAt"),
        instant(d, "updatedAt"));
  }

  static Document write(Transition t) {
    return new Document("state", t.state().name())
        .append("at", Date.from(t.at()))
        .append("detail", t.detail());
  }

  static Document write(Lease lease) {
    return new Document("owner", lease.owner())
        .append("epoch", lease.epoch())
        .append("until", Date.from(lease.until()));
  }

  static Document write(Counts c) {
    return new Document("read", c.read())
        .append("filtered", c.filtered())
        .append("excluded", c.excluded())
        .append("malformed", c.malformed())
        .append("written", c.written())
        .append("published", c.published());
  }

  static Document write(Progress p) {
    return new Document("documents", p.documents())
        .append("rows", p.rows())
        .append("bytes", p.bytes())
        .append("documentsPerSecond", p.documentsPerSecond())
        .append("rowsPerSecond", p.rowsPerSecond())
        .append("at", Date.from(p.at()));
  }

  static Document write(LandedObject o) {
    Document d =
        new Document("key", o.key())
            .append("rows", o.rows())
            .append("bytes", o.bytes())
            .append("sha256", o.sha256());
    put(d, "interval", o.interval());
    return d;
  }

  static Document write(DruidTask t) {
    return new Document("taskId", t.taskId())
        .append("kind", t.kind().name())
        .append("dataset", t.dataset())
        .append("interval", t.interval())
        .append("segments", t.segments() == null ? null : t.segments().name())
        .append("payloadHash", t.payloadHash())
        .append("expectedRows", t.expectedRows())
        .append("replaces", t.replaces())
        .append("status", t.course().status())
        .append("processed", t.course().processed())
        .append("submittedAt", date(t.course().submittedAt()))
        .append("unknownSince", date(t.course().unknownSince()))
        .append("sends", t.course().sends())
        .append("finishedAt", date(t.course().finishedAt()));
  }

  static Document write(RunError e) {
    return new Document("code", e.code()).append("message", e.message());
  }

  static Document write(StepEvent e) {
    StepData d = e.data();
    Document data = new Document();
    put(data, "function", d.function());
    put(data, "dataset", d.dataset());
    put(data, "scope", d.scope());
    put(data, "businessDate", d.businessDate());
    put(data, "pipeline", d.pipeline());
    put(data, "generation", d.generation());
    put(data, "policy", d.policy());
    put(data, "requestedBy", d.requestedBy());
    put(data, "run", d.run());
    put(data, "rows", d.rows());
    return new Document("id", e.id())
        .append("name", e.name())
        .append("source", e.source())
        .append("time", Date.from(e.time()))
        .append("traceparent", e.traceparent())
        .append("data", data);
  }

  static Document asAttempt(Run run) {
    return new Document("attempt", run.attempt())
        .append("generation", run.generation())
        .append("state", run.state().name())
        .append("endedAt", Date.from(run.updatedAt()))
        .append("counts", write(run.counts()))
        .append("taskId", run.druid() == null ? null : run.druid().taskId())
        .append("error", run.error() == null ? null : write(run.error()));
  }

  private static Transition transition(Document d) {
    return new Transition(
        RunState.valueOf(d.getString("state")), instant(d, "at"), d.getString("detail"));
  }

  private static Lease lease(Document d) {
    return new Lease(d.getString("owner"), number(d, "epoch"), instant(d, "until"));
  }

  private static Counts counts(Document d) {
    if (d == null) {
      return Counts.NONE;
    }
    return new Counts(
        number(d, "read"),
        number(d, "filtered"),
        number(d, "excluded"),
        number(d, "malformed"),
        number(d, "written"),
        number(d, "published"));
  }

  private static Progress progress(Document d) {
    return d == null
        ? null
        : new Progress(
            number(d, "documents"),
            number(d, "rows"),
            number(d, "bytes"),
            number(d, "documentsPerSecond"),
            number(d, "rowsPerSecond"),
            instant(d, "at"));
  }

  private static LandedObject object(Document d) {
    return new LandedObject(
        d.getString("key"),
        number(d, "rows"),
        number(d, "bytes"),
        d.getString("sha256"),
        d.getString("interval"));
  }

  private static DruidTask druid(Document d) {
    if (d == null) {
      return null;
    }
    return new DruidTask(
        d.getString("taskId"),
        DruidTask.Kind.valueOf(d.getString("kind")),
        d.getString("dataset"),
        d.getString("interval"),
        d.getString("segments") == null ? null : Granularity.valueOf(d.getString("segments")),
        d.getString("payloadHash"),
        number(d, "expectedRows"),
        d.getString("replaces"),
        new TaskCourse(
            d.getString("status"),
            number(d, "processed"),
            instant(d, "submittedAt"),
            instant(d, "unknownSince"),
            (int) number(d, "sends"),
            instant(d, "finishedAt")));
  }

  private static RunError error(Document d) {
    return d == null ? null : new RunError(d.getString("code"), d.getString("message"));
  }

  private static StepEvent event(Document d) {
    Document data = d.get("data", Document.class);
    return new StepEvent(
        d.getString("id"),
        d.getString("name"),
        d.getString("source"),
        instant(d, "time"),
        d.getString("traceparent"),
        new StepData(
            data.getString("function"),
            data.getString("dataset"),
            data.getString("scope"),
            data.getString("businessDate"),
            data.getString("pipeline"),
            data.get("generation", Long.class),
            data.getString("policy"),
            data.getString("requestedBy"),
            data.getString("run"),
            data.get("rows", Long.class)));
  }

  private static Attempt attempt(Document d) {
    return new Attempt(
        (int) number(d, "attempt"),
        number(d, "generation"),
        RunState.valueOf(d.getString("state")),
        instant(d, "endedAt"),
        counts(d.get("counts", Document.class)),
        d.getString("taskId"),
        error(d.get("error", Document.class)));
  }

  private static <T> List<T> list(Document d, String field, Function<Document, T> reader) {
    List<Document> elements = d.getList(field, Document.class);
    return elements == null ? List.of() : elements.stream().map(reader).toList();
  }

  private static long number(Document d, String field) {
    Number n = d.get(field, Number.class);
    return n == null ? 0 : n.longValue();
  }

  private static Instant instant(Document d, String field) {
    Date date = d.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private static Date date(Instant instant) {
    return instant == null ? null : Date.from(instant);
  }

  private static void put(Document d, String field, Object value) {
    if (value != null) {
      d.append(field, value);
    }
  }
}
