package org.mlanalytics.runtime.http;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mlanalytics.runtime.config.AnalyticsConfig;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.error.Faults;

/**
 * In front of every address, whatever serves it: asks for the token and refuses large bodies.
 * Health checks need no token; addresses with an {@link Admission} of their own need what that asks
 * for instead.
 */
@ApplicationScoped
public class HttpGate {

  private static final int FIRST = 1000;
  private static final String HEALTH = "/q/health";
  private static final String SCHEME = "Bearer ";
  private static final Map<Integer, ErrorCode> BY_STATUS =
      Map.of(
          400, ErrorCode.MALFORMED_REQUEST,
          404, ErrorCode.NOT_FOUND,
          405, ErrorCode.METHOD,
          406, ErrorCode.MEDIA_TYPE,
          413, ErrorCode.BODY_TOO_LARGE);

  private final Optional<byte[]> token;
  private final int maxBody;
  private final List<Admission> admissions;

  HttpGate(AnalyticsConfig config, @All List<Admission> admissions) {
    this.admissions = admissions;
    this.token = config.http().token().map(t -> t.getBytes(StandardCharsets.UTF_8));
    this.maxBody = config.http().maxBody();
  }

  void register(@Observes Filters filters) {
    filters.register(this::check, FIRST);
  }

  void answerFaults(@Observes Router router) {
    router.route().order(-FIRST).failureHandler(this::answerFault);
  }

  private void answerFault(RoutingContext call) {
    // the function's own exception comes wrapped
    for (Throwable fault = call.failure(); fault != null; fault = fault.getCause()) {
      if (fault instanceof AnalyticsException known) {
        refuse(call, known.code(), known.getMessage());
        return;
      }
      if (Faults.mayPass(fault)) {
        refuse(call, ErrorCode.SOURCE_UNAVAILABLE, fault.getMessage());
        return;
      }
    }
    if (call.failure() == null && BY_STATUS.containsKey(call.statusCode())) {
      refuse(call, BY_STATUS.get(call.statusCode()), null);
    } else {
      call.next();
    }
  }

  private void check(RoutingContext call) {
    if (!isAllowed(call)) {
      refuse(call, ErrorCode.UNAUTHORIZED, null);
    } else if (length(call) > maxBody) {
      call.response().putHeader(HttpHeaders.CONNECTION, "close");
      refuse(call, ErrorCode.BODY_TOO_LARGE, "at most " + maxBody + " bytes");
    } else {
      call.next();
    }
  }

  private boolean isAllowed(RoutingContext call) {
    String path = call.normalizedPath();
    String bearer = bearer(call);
    for (Admission admission : admissions) {
      if (admission.covers(path)) {
        return bearer != null && admission.admits(bearer);
      }
    }
    if (token.isEmpty() || path.startsWith(HEALTH)) {
      return true;
    }
    return bearer != null
        && MessageDigest.isEqual(bearer.getBytes(StandardCharsets.UTF_8), token.get());
  }

  private static String bearer(RoutingContext call) {
    String header = call.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header == null || !header.startsWith(SCHEME) ? null : header.substring(SCHEME.length());
  }

  private static long length(RoutingContext call) {
    String header = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    return header == null ? 0 : Long.parseLong(header);
  }

  static void refuse(RoutingContext call, ErrorCode code, String detail) {
    Problem problem = Problem.of(code, detail);
    JsonObject body =
        new JsonObject()
            .put("type", problem.type())
            .put("title", problem.title())
            .put("status", problem.status())
            .put("detail", problem.detail())
            .put("code", problem.code())
            .put("remedy", problem.remedy());
    call.response()
        .setStatusCode(code.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .end(body.encode());
  }
}
