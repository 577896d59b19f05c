package org.mlanalytics.runtime.run;

import java.time.Instant;

/**
 * One step of a run's history.
 *
 * @param state the state entered
 * @param at when, by the ledger's clock
 * @param detail what happened, for people
 */
public record Transition(RunState state, Instant at, String detail) {}
