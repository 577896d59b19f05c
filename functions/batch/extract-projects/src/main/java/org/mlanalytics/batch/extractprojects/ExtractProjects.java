package org.mlanalytics.batch.extractprojects;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.include;

import io.quarkus.funqy.Funq;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bson.RawBsonDocument;
import org.bson.conversions.Bson;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.mlanalytics.core.dataset.Datasets;
import org.mlanalytics.core.project.ProgramKey;
import org.mlanalytics.core.project.ProjectRules;
import org.mlanalytics.core.project.ProjectSettings;
import org.mlanalytics.core.source.RuleViolation;
import org.mlanalytics.core.source.Value;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.function.BatchFunction;
import org.mlanalytics.runtime.function.Extraction;
import org.mlanalytics.runtime.function.Invocation;
import org.mlanalytics.runtime.function.PipelineClaims;
import org.mlanalytics.runtime.function.PlainCall;
import org.mlanalytics.runtime.function.RunReply;
import org.mlanalytics.runtime.function.RunRequest;
import org.mlanalytics.runtime.function.ScopeExtraction;
import org.mlanalytics.runtime.pipeline.Area;
import org.mlanalytics.runtime.pipeline.Pipeline;
import org.mlanalytics.runtime.pipeline.Pipelines;
import org.mlanalytics.runtime.run.ClaimRequest;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunHandle;
import org.mlanalytics.runtime.source.SourceDatabase;

/**
 * Turns one program's projects into rows of {@code sl-project} and lands them as one object. The
 * last program of a night makes its publications due.
 */
@ApplicationScoped
public class ExtractProjects implements BatchFunction {

  static final String NAME = "extract-projects";

  private final SourceDatabase source;
  private final Extraction extraction;
  private final Pipelines pipelines;
  private final PipelineClaims claims;
  private final ScopeExtraction scopes;
  private final PlainCall calls;
  private final ProjectRules rules;

  ExtractProjects(
      SourceDatabase source,
      Extraction extraction,
      Pipelines pipelines,
      PipelineClaims claims,
      ScopeExtraction scopes,
      PlainCall calls,
      AnalyticsConfig config) {
    this.source = source;
    this.extraction = extraction;
    this.pipelines = pipelines;
    this.claims = claims;
    this.scopes = scopes;
    this.calls = calls;
    this.rules =
        new ProjectRules(
            new ProjectSettings(config.rows().evidenceBaseUrl(), config.rows().parentChannel()));
  }

  /** The plain call of the function. */
  @Funq(NAME)
  public RunReply call(RunRequest request) {
    return calls.call(this, request);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Set<String> startedBy() {
    return Set.of("program.gathered");
  }

  @Override
  public Optional<ClaimRequest> plan(Invocation invocation) {
    Pipeline pipeline = pipelines.require(Area.PROJECTS, invocation.businessDate());
    String scope = scope(invocation, pipeline);
    return Optional.of(claims.extraction(Area.PROJECTS, pipeline, scope, invocation));
  }

  @Override
  public void execute(RunHandle handle) throws IOException {
    String scope = handle.run().identity().scope();
    scopes.execute(
        handle,
        Datasets.SL_PROJECT,
        projects(scope),
        isOf(scope),
        () -> rules::transform,
        "projects.extracted");
  }

  @Override
  public Map<String, Object> dryRun(Invocation invocation) throws IOException {
    String scope = scope(invocation, pipelines.require(Area.PROJECTS, invocation.businessDate()));
    return Map.of(
        "scope", scope, "counts", extraction.count(projects(scope), isOf(scope), rules::transform));
  }

  @Override
  public void ended(Run run) {
    pipelines.failed(run.pipeline(), run.identity().scope(), run.generation());
  }

  private String scope(Invocation invocation, Pipeline pipeline) {
    String scope = invocation.scope();
    if (scope == null) {
      throw new AnalyticsException(
          ErrorCode.MALFORMED_REQUEST, "field scope is missing: the id of a program");
    }
    if (!pipeline.expected().contains(scope) && !projects(scope).iterator().hasNext()) {
      throw new AnalyticsException(
          ErrorCode.UNKNOWN_SCOPE, "no project of the night belongs to this program");
    }
    return scope;
  }

  private Iterable<RawBsonDocument> projects(String scope) {
    Bson filter =
        and(eq("isAPrivateProgram", false), eq("isDeleted", false), in("programId", stored(scope)));
    return source
        .collection("projects")
        .find(filter)
        .projection(include(ProjectRules.SOURCE_FIELDS))
        .batchSize(source.batchSize());
  }

  /**
   * Every value that a program id may be stored as; the rules decide which documents really match.
   */
  private static List<Object> stored(String scope) {
    List<Object> values = new ArrayList<>();
    values.add(scope);
    if (ObjectId.isValid(scope)) {
      values.add(new ObjectId(scope));
    }
    try {
      values.add(Double.valueOf(scope));
      values.add(new Decimal128(new BigDecimal(scope)));
      values.add(Long.valueOf(scope));
    } catch (NumberFormatException noSuchNumber) {
      // a text or an id, or a number that only the types before can hold
    }
    try {
      values.add(Date.from(Instant.parse(scope)));
    } catch (DateTimeParseException noDate) {
      // a text, an id or a number
    }
    return values;
  }

  private static Predicate<Value> isOf(String scope) {
    return project -> {
      try {
        return ProgramKey.of(project.get("programId")).filter(scope::equals).isPresent();
      } catch (RuleViolation noId) {
        // put aside when the programs were gathered
        return false;
      }
    };
  }
}
