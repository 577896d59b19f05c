package org.mlanalytics.files.ingestfile.http;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.mlanalytics.files.ingestfile.queue.RequestQueue;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.FileRequest;
import org.mlanalytics.files.ingestfile.request.Intake;
import org.mlanalytics.files.ingestfile.request.RequestReader;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;

/** Requests for files over HTTP. A caller sees the requests of its own tenant and no others. */
@Path("/files")
@Produces(MediaType.APPLICATION_JSON)
public class FilesResource {

  private static final int MOST = 1000;
  private static final int MOST_AT_ONCE = 100;

  private final Caller caller;
  private final Intake intake;
  private final RequestQueue queue;
  private final RequestStore requests;
  private final StatusReader statuses;
  private final Cancellation cancellation;

  FilesResource(
      Caller caller,
      Intake intake,
      RequestQueue queue,
      RequestStore requests,
      StatusReader statuses,
      Cancellation cancellation) {
    this.caller = caller;
    this.intake = intake;
    this.queue = queue;
    this.requests = requests;
    this.statuses = statuses;
    this.cancellation = cancellation;
  }

  /** Takes a request, or a list of them; all or none are valid. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response submit(
      byte[] body, @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    String tenant = caller.tenant(authorization);
    List<FileRequest> asked = read(RequestReader.json(body));
    asked.forEach(request -> intake.check(tenant, request));
    List<AcceptedRequest> accepted =
        asked.stream().map(request -> intake.accept(tenant, request)).toList();
    accepted.forEach(queue::put);
    Response.ResponseBuilder response = Response.accepted(Map.of("requests", receipts(accepted)));
    if (accepted.size() == 1) {
      response.location(URI.create(StatusReader.address(accepted.get(0))));
    }
    return response.build();
  }

  /** The tenant's requests, newest first. */
  @GET
  public List<FileStatus> list(
      @QueryParam("limit") @DefaultValue("100") int limit,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    return requests
        .latest(caller.tenant(authorization), Math.min(Math.max(limit, 1), MOST))
        .stream()
        .map(statuses::of)
        .toList();
  }

  /** What has become of a request. */
  @GET
  @Path("{requestId}")
  public FileStatus status(
      @PathParam("requestId") String requestId,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    return statuses.of(find(authorization, requestId));
  }

  /** Cancels a request; what has ended stays as it is. */
  @POST
  @Path("{requestId}/cancel")
  public FileStatus cancel(
      @PathParam("requestId") String requestId,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization) {
    AcceptedRequest accepted = find(authorization, requestId);
    cancellation.cancel(accepted);
    return statuses.of(accepted);
  }

  private AcceptedRequest find(String authorization, String requestId) {
    return requests
        .find(AcceptedRequest.key(caller.tenant(authorization), requestId))
        .orElseThrow(() -> new AnalyticsException(ErrorCode.NOT_FOUND, "no request has this id"));
  }

  private static List<FileRequest> read(JsonNode body) {
    if (!body.isArray()) {
      return List.of(RequestReader.read(body));
    }
    if (body.isEmpty() || body.size() > MOST_AT_ONCE) {
      throw new AnalyticsException(
          ErrorCode.FILE_REQUEST, "a list holds 1 to " + MOST_AT_ONCE + " requests");
    }
    List<FileRequest> all = new ArrayList<>();
    for (JsonNode item : body) {
      all.add(RequestReader.read(item));
    }
    return all;
  }

  private static List<Map<String, String>> receipts(List<AcceptedRequest> accepted) {
    return accepted.stream()
        .map(
            one ->
                Map.of("requestId", one.request().requestId(), "status", StatusReader.address(one)))
        .toList();
  }
}
