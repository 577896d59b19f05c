package org.mlanalytics.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Locale;
import org.mlanalytics.runtime.run.Counts;
import org.mlanalytics.runtime.run.Run;
import org.mlanalytics.runtime.run.RunIdentity;

/** What spans tell of runs: names, numbers and codes, nothing of a document or a person. */
final class RunAttributes {

  static final AttributeKey<String> FUNCTION = AttributeKey.stringKey("mla.function");
  static final AttributeKey<String> DATASET = AttributeKey.stringKey("mla.dataset");
  static final AttributeKey<String> SCOPE = AttributeKey.stringKey("mla.scope");
  static final AttributeKey<String> BUSINESS_DATE = AttributeKey.stringKey("mla.business_date");
  static final AttributeKey<String> RUN = AttributeKey.stringKey("mla.run");
  static final AttributeKey<Long> ATTEMPT = AttributeKey.longKey("mla.attempt");
  static final AttributeKey<String> STATE = AttributeKey.stringKey("mla.state");
  static final AttributeKey<String> TASK = AttributeKey.stringKey("mla.druid.task");
  static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

  private RunAttributes() {}

  static Attributes of(RunIdentity identity) {
    return Attributes.of(
        FUNCTION, identity.function(),
        DATASET, identity.dataset(),
        SCOPE, identity.scope(),
        BUSINESS_DATE, identity.businessDate().toString());
  }

  static Attributes of(Run run) {
    AttributesBuilder all =
        of(run.identity()).toBuilder()
            .put(RUN, run.id())
            .put(ATTEMPT, (long) run.attempt())
            .put(STATE, run.state().name().toLowerCase(Locale.ROOT))
            .putAll(of(run.counts()));
    if (run.druid() != null) {
      all.put(TASK, run.druid().taskId());
    }
    return all.build();
  }

  /** Marks a span as failed. The message stays in the ledger. */
  static void fail(Span span, String code) {
    span.setAttribute(ERROR, code);
    span.setStatus(StatusCode.ERROR, code);
  }

  private static Attributes of(Counts counts) {
    return Attributes.builder()
        .put("mla.documents.read", counts.read())
        .put("mla.documents.excluded", counts.excluded())
        .put("mla.documents.malformed", counts.malformed())
        .put("mla.rows.written", counts.written())
        .put("mla.rows.published", counts.published())
        .build();
  }
}
