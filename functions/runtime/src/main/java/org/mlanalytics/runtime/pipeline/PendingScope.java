package org.mlanalytics.runtime.pipeline;

/**
 * A scope that has to be extracted before the pipeline publishes.
 *
 * @param scope part of the dataset, like a program id
 * @param generation generation that asked for it
 */
public record PendingScope(String scope, long generation) {}
