package org.mlanalytics.runtime.run;

/**
 * Why a run failed.
 *
 * @param code stable code, like {@code MLA-5005}
 * @param message what exactly, without personal data
 */
public record RunError(String code, String message) {}
