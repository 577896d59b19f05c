package org.mlanalytics.runtime.function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * The request that every batch function takes. All fields but the function are optional.
 *
 * @param function which function; a plain function call names it by its address instead
 * @param businessDate ISO date; the default is the current one, or that of the newest pipeline
 * @param scope part of the dataset, like a program id
 * @param policy {@code reject-duplicate}, {@code failed-only} (default) or {@code force}
 * @param dryRun do everything but write
 * @param requestedBy who asks, for the record
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunRequest(
    String function,
    String businessDate,
    String scope,
    String policy,
    Boolean dryRun,
    String requestedBy) {

  /** The same request for a function. */
  public RunRequest forFunction(String name) {
    return new RunRequest(name, businessDate, scope, policy, dryRun, requestedBy);
  }

  /** A request without any wish. */
  public static RunRequest of(String function) {
    return new RunRequest(function, null, null, null, null, null);
  }
}
