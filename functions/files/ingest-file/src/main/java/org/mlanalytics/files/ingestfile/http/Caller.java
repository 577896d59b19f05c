package org.mlanalytics.files.ingestfile.http;

import jakarta.enterprise.context.ApplicationScoped;
import org.mlanalytics.files.ingestfile.tenant.Tenants;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Who calls, by the header that says so. */
@ApplicationScoped
public class Caller {

  private static final String SCHEME = "Bearer ";

  private final Tenants tenants;

  Caller(Tenants tenants) {
    this.tenants = tenants;
  }

  /**
   * The tenant of a call.
   *
   * @param authorization header, or null
   * @throws AnalyticsException {@link ErrorCode#UNAUTHORIZED}
   */
  String tenant(String authorization) {
    String bearer =
        authorization == null || !authorization.startsWith(SCHEME)
            ? null
            : authorization.substring(SCHEME.length());
    return tenants
        .of(bearer)
        .orElseThrow(() -> new AnalyticsException(ErrorCode.UNAUTHORIZED, null));
  }
}
