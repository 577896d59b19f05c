package org.mlanalytics.runtime.http;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.mongodb.MongoException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.error.Faults;

/** Answers every fault of the HTTP entry by a problem document. */
public class Problems {

  private static final Logger LOG = Logger.getLogger(Problems.class);
  private static final int RETRY_AFTER_SECONDS = 10;

  @ServerExceptionMapper
  Response known(AnalyticsException e) {
    return response(e.code(), e.getMessage());
  }

  @ServerExceptionMapper
  Response unreadable(JsonProcessingException e) {
    return response(ErrorCode.MALFORMED_REQUEST, where(e));
  }

  /** Quarkus has a mapper of its own for this subtype, which would answer without a document. */
  @ServerExceptionMapper
  Response mismatched(MismatchedInputException e) {
    return unreadable(e);
  }

  @ServerExceptionMapper
  Response mongo(MongoException e) {
    return Faults.mayPass(e)
        ? response(ErrorCode.SOURCE_UNAVAILABLE, e.getMessage())
        : unexpected(e);
  }

  @ServerExceptionMapper
  Response refused(WebApplicationException e) {
    if (e.getCause() instanceof JsonProcessingException unreadable) {
      return unreadable(unreadable);
    }
    if (e.getCause() instanceof NumberFormatException) {
      return response(ErrorCode.MALFORMED_REQUEST, "a query parameter is no number");
    }
    ErrorCode code =
        switch (e.getResponse().getStatus()) {
          case 404 -> ErrorCode.NOT_FOUND;
          case 405 -> ErrorCode.METHOD;
          case 413 -> ErrorCode.BODY_TOO_LARGE;
          case 415, 406 -> ErrorCode.MEDIA_TYPE;
          default -> ErrorCode.MALFORMED_REQUEST;
        };
    return response(code, null);
  }

  @ServerExceptionMapper
  Response unexpected(Exception e) {
    LOG.error("unexpected fault of the HTTP entry", e);
    return response(ErrorCode.UNEXPECTED, "see the log of this process");
  }

  private static Response response(ErrorCode code, String detail) {
    Response.ResponseBuilder response =
        Response.status(code.status()).type(Problem.MEDIA_TYPE).entity(Problem.of(code, detail));
    if (code.status() == 503) {
      response.header("Retry-After", RETRY_AFTER_SECONDS);
    }
    return response.build();
  }

  /** Names the place, never the value: the parser's own message quotes the body. */
  private static String where(JsonProcessingException e) {
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      return "field "
          + mapping.getPath().stream()
              .map(JsonMappingException.Reference::getFieldName)
              .collect(Collectors.joining("."));
    }
    JsonLocation at = e.getLocation();
    return at == null
        ? "the body is no JSON object"
        : "no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
