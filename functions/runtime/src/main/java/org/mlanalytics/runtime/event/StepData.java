package org.mlanalytics.runtime.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Payload of a step event: what happened, in terms of runs. Fields that do not apply are left out.
 *
 * @param function function that the event asks to run; only in {@code run.requested}
 * @param dataset dataset that was worked on
 * @param scope part of the dataset, like a program id
 * @param businessDate ISO date
 * @param pipeline pipeline that the run belongs to
 * @param generation generation of the pipeline
 * @param policy policy carried on to the next steps
 * @param requestedBy who asked for the night
 * @param run id of the run that sent the event
 * @param rows rows landed or published
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record StepData(
    String function,
    String dataset,
    String scope,
    String businessDate,
    String pipeline,
    Long generation,
    String policy,
    String requestedBy,
    String run,
    Long rows) {}
