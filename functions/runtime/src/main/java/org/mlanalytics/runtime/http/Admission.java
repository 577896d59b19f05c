package org.mlanalytics.runtime.http;

/**
 * Callers of some addresses that have tokens of their own, instead of the installation's. Asked on
 * the event loop: it must not block.
 */
public interface Admission {

  /** Whether a path, normalised, is one of those addresses. */
  boolean covers(String path);

  /** Whether a bearer token opens them. */
  boolean admits(String bearer);
}
