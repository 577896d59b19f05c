package org.mlanalytics.runtime.function;

/**
 * A batch step. The function says which run an invocation asks for and does the work of a claimed
 * run; claiming, leases, errors, events and triggers are the runtime's.
 */
public non-sealed interface BatchFunction extends CloudFunction, BatchWork {}
