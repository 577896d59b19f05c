package org.mlanalytics.runtime.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.mlanalytics.runtime.error.ErrorCode;

/**
 * A problem document (RFC 9457).
 *
 * @param type address of the code's documentation, relative
 * @param title one line that names the fault
 * @param status HTTP status
 * @param detail what exactly
 * @param code stable code, like {@code MLA-1003}
 * @param remedy what to do
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type, String title, int status, String detail, String code, String remedy) {

  /** Media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** The document for a code. */
  public static Problem of(ErrorCode code, String detail) {
    return new Problem(
        "/docs/errors#" + code.code(),
        code.title(),
        code.status(),
        detail,
        code.code(),
        code.remedy());
  }
}
