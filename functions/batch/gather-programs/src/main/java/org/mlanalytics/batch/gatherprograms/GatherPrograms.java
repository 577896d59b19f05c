package org.mlanalytics.batch.gatherprograms;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.type;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import io.quarkus.funqy.Funq;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bson.BsonType;
import org.bson.BsonValue;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.mlanalytics.core.project.ProgramKey;
import org.mlanalytics.core.row.Outcome;
import org.mlanalytics.core.row.RejectClass;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.core.source.ValueType;
import org.mlanalytics.runtime.event.StepEvent;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PipelineClaims;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.PendingScope;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.reject.Rejects;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.source.SourceDatabase;
import org.mlanalytics.runtime.time.LedgerClock;
import org.mlanalytics.schedule.CatchUp;

/**
 * Lists the programs that have public, undeleted projects, and opens the night's pipeline with
 * them. Projects without a program are put aside as {@code excluded}: no extraction ever sees them.
 */
@ApplicationScoped
public class GatherPrograms implements BatchFunction {

  static final String NAME = "gather-programs";

  private static final Bson PUBLIC = and(eq("isAPrivateProgram", false), eq("isDeleted", false));

  /** Documents whose program id is no id: missing, null, a list, or of a type that is no text. */
  private static final Bson WITHOUT_ID =
      or(
          eq("programId", null),
          type("programId", BsonType.ARRAY),
          nor(
              type("programId", BsonType.OBJECT_ID),
              type("programId", BsonType.STRING),
              type("programId", BsonType.INT32),
              type("programId", BsonType.INT64),
              type("programId", BsonType.DOUBLE),
              type("programId", BsonType.DECIMAL128),
              type("programId", BsonType.DATE_TIME)));

  private final SourceDatabase source;
  private final Pipelines pipelines;
  private final Rejects rejects;
  private final LedgerClock clock;
  private final PipelineClaims claims;
  private final PlainCall calls;
  private final CatchUp catchUp;
  private final GatherProgramsConfig schedule;

  GatherPrograms(
      SourceDatabase source,
      Pipelines pipelines,
      Rejects rejects,
      LedgerClock clock,
      PipelineClaims claims,
      PlainCall calls,
      CatchUp catchUp,
      GatherProgramsConfig schedule) {
    this.source = source;
    this.pipelines = pipelines;
    this.rejects = rejects;
    this.clock = clock;
    this.claims = claims;
    this.calls = calls;
    this.catchUp = catchUp;
    this.schedule = schedule;
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Scheduled(cron = "{mla.gather-programs.cron}", timeZone = "{mla.zone}")
  void nightly() {
    catchUp.begin(this, NAME, Area.PROJECTS, schedule.cron());
  }

  // static, because an instance would connect to its servers
  static void started(
      @Observes StartupEvent start,
      GatherPrograms self,
      CatchUp catchUp,
      GatherProgramsConfig config) {
    catchUp.afterStart(self, NAME, Area.PROJECTS, config.cron());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    return Optional.of(claims.opening(Area.PROJECTS, invocation));
  }

  @Override
  public void execute(RunHandle handle) {
    Run run = handle.run();
    Programs programs = programs();
    Counts counts = putAside(run, programs.documents());
    Pipeline pipeline = pipelines.open(Area.PROJECTS, run, programs.ids());
    handle.succeed(counts, events(run, pipeline), pipeline.expected().size() + " programs");
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) {
    Programs programs = programs();
    return Map.of(
        "businessDate", claims.date(invocation).toString(),
        "programs", programs.ids(),
        "documents", programs.documents());
  }

  private Programs programs() {
    MongoCollection<RawBsonDocument> projects = source.collection("projects");
    TreeSet<String> ids = new TreeSet<>();
    long documents = 0;
    List<Bson> byProgram =
        List.of(
            Aggregates.match(PUBLIC),
            Aggregates.group("$programId", Accumulators.sum("documents", 1L)));
    for (RawBsonDocument group : projects.aggregate(byProgram).batchSize(source.batchSize())) {
      documents += group.get("documents").asNumber().longValue();
      BsonValue id = group.get("_id");
      if (id.isNumber() || id.isDecimal128()) {
        // the server groups 6 with 6.0, but their texts differ, and so do their programs
        Bson equal = and(PUBLIC, eq("programId", id));
        projects
            .find(equal)
            .projection(include("programId"))
            .forEach(d -> add(ids, d, "programId"));
      } else {
        add(ids, group, "_id");
      }
    }
    return new Programs(List.copyOf(ids), documents);
  }

  private static void add(Set<String> ids, RawBsonDocument document, String field) {
    try {
      ProgramKey.of(SourceDatabase.view(document).get(field)).ifPresent(ids::add);
    } catch (RuleViolation noId) {
      // its documents are put aside one by one
    }
  }

  private Counts putAside(Run run, long documents) {
    Rejects.Notes notes = rejects.of(run);
    long excluded = 0;
    long malformed = 0;
    for (RawBsonDocument document :
        source.collection("projects").find(and(PUBLIC, WITHOUT_ID)).batchSize(source.batchSize())) {
      Value project = SourceDatabase.view(document);
      Outcome.Rejected rejected = rejected(project);
      if (rejected != null) {
        notes.add(Extraction.id(project), rejected, SourceDatabase.bytes(document));
        if (rejected.clazz() == RejectClass.MALFORMED) {
          malformed++;
        } else {
          excluded++;
        }
      }
    }
    notes.complete();
    return new Counts(documents, 0, excluded, malformed, 0, 0);
  }

  /** Why a document is put aside; null when it is none of the night's, or has a program id. */
  private static Outcome.Rejected rejected(Value project) {
    boolean flagged =
        project.get("isAPrivateProgram").type() == ValueType.BOOLEAN
            && project.get("isDeleted").type() == ValueType.BOOLEAN;
    try {
      return !flagged || ProgramKey.of(project.get("programId")).isPresent()
          ? null
          : ProgramKey.excluded();
    } catch (RuleViolation violation) {
      return Outcome.Rejected.malformed(violation);
    }
  }

  private List<StepEvent> events(Run run, Pipeline pipeline) {
    List<StepEvent> events = new ArrayList<>(pipeline.pending().size() + 1);
    events.add(event(run, "programs.gathered", null, pipeline.generation()));
    for (PendingScope pending : pipeline.pending()) {
      events.add(event(run, "program.gathered", pending.scope(), pending.generation()));
    }
    return events;
  }

  private StepEvent event(Run run, String name, String scope, long generation) {
    String what = generation + "-" + name + (scope == null ? "" : "-" + scope);
    return StepEvent.of(run, what, name, scope, generation, null, clock.now());
  }

  private record Programs(List<String> ids, long documents) {}
}
