package org.mlanalytics.runtime.reject;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import org.bson.Document;

/**
 * A document that was put aside.
 *
 * @param run id of the run that met it
 * @param dataset dataset that it is missing from
 * @param sourceId its id in the source
 * @param clazz {@code malformed} counts against the limit, {@code excluded} does not
 * @param code the rule, like {@code no-program} or {@code wrong-type:tasks[].name}
 * @param message where exactly, without values of the document
 * @param sha256 digest of the document as it was
 * @param at when
 */
@RegisterForReflection
public record Reject(
    String run,
    String dataset,
    String sourceId,
    String clazz,
    String code,
    String message,
    String sha256,
    Instant at) {

  static Reject read(Document d) {
    return new Reject(
        d.getString("run"),
        d.getString("dataset"),
        d.getString("sourceId"),
        d.getString("class"),
        d.getString("code"),
        d.getString("message"),
        d.getString("sha256"),
        d.getDate("at").toInstant());
  }
}
