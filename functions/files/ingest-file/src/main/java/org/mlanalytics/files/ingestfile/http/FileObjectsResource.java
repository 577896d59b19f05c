package org.mlanalytics.files.ingestfile.http;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.mlanalytics.files.checking.schema.Schemas;
import org.mlanalytics.files.ingestfile.request.AcceptedRequest;
import org.mlanalytics.files.ingestfile.request.RequestStore;
import org.mlanalytics.files.ingestfile.request.Target;
import org.mlanalytics.files.ingestfile.stage.FileObjects;
import org.mlanalytics.runtime.error.AnalyticsException;
import org.mlanalytics.runtime.error.ErrorCode;
import org.mlanalytics.runtime.object.ObjectStore;

/** What was found in a file, for its tenant; and the schema of requests. */
@Path("/files")
public class FileObjectsResource {

  private static final String SCHEMA = "/file-request.v1.schema.json";

  private final Caller caller;
  private final RequestStore requests;
  private final StatusReader statuses;
  private final ObjectStore store;

  FileObjectsResource(
      Caller caller, RequestStore requests, StatusReader statuses, ObjectStore store) {
    this.caller = caller;
    this.requests = requests;
    this.statuses = statuses;
    this.store = store;
  }

  /** The JSON schema of requests. */
  @GET
  @Path("schema")
  @Produces("application/schema+json")
  public InputStream schema() {
    return FileObjectsResource.class.getResourceAsStream(SCHEMA);
  }

  /** The JSON schema of the schemas that requests may bring. */
  @GET
  @Path("schema/file-schema")
  @Produces("application/schema+json")
  public String schemaOfSchemas() {
    return Schemas.metaSchema();
  }

  /** The quality report of a file. */
  @GET
  @Path("{requestId}/report")
  @Produces(MediaType.APPLICATION_JSON)
  public Response report(
      @PathParam("requestId") String requestId,
      @QueryParam("target") String target,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException {
    return Response.ok(open(authorization, requestId, target, FileObjects.REPORT)).build();
  }

  /**
   * The quality report as a page. Nothing in it may run or be loaded: the file's texts are in it.
   */
  @GET
  @Path("{requestId}/report.html")
  @Produces(MediaType.TEXT_HTML)
  public Response page(
      @PathParam("requestId") String requestId,
      @QueryParam("target") String target,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException {
    return Response.ok(open(authorization, requestId, target, FileObjects.REPORT_PAGE))
        .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** The rows that were put aside: JSON lines, gzip. */
  @GET
  @Path("{requestId}/quarantine")
  @Produces("application/gzip")
  public Response quarantine(
      @PathParam("requestId") String requestId,
      @QueryParam("target") String target,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException {
    return Response.ok(open(authorization, requestId, target, FileObjects.QUARANTINE))
        .header("Content-Disposition", "attachment; filename=\"quarantine.jsonl.gz\"")
        .build();
  }

  /** The schema that a file was checked by: the declared one, or what was inferred. */
  @GET
  @Path("{requestId}/schema")
  @Produces(MediaType.APPLICATION_JSON)
  public Response schema(
      @PathParam("requestId") String requestId,
      @QueryParam("target") String target,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException {
    return Response.ok(open(authorization, requestId, target, FileObjects.SCHEMA)).build();
  }

  /** The groups that the schema asks for: rows, rows with a value, smallest and largest value. */
  @GET
  @Path("{requestId}/groups")
  @Produces(MediaType.APPLICATION_JSON)
  public Response groups(
      @PathParam("requestId") String requestId,
      @QueryParam("target") String target,
      @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization)
      throws IOException {
    return Response.ok(open(authorization, requestId, target, FileObjects.GROUPS)).build();
  }

  private InputStream open(
      String authorization, String requestId, String target, FileObjects object)
      throws IOException {
    AcceptedRequest accepted =
        requests
            .find(AcceptedRequest.key(caller.tenant(authorization), requestId))
            .orElseThrow(FileObjectsResource::nothing);
    List<Target> targets = accepted.request().targets();
    Target wanted =
        targets.stream()
            .filter(one -> target == null || one.label().equals(target))
            .findFirst()
            .orElseThrow(FileObjectsResource::nothing);
    String key =
        statuses
            .load(accepted, wanted)
            .flatMap(object::of)
            .orElseThrow(FileObjectsResource::nothing)
            .key();
    try {
      return store.open(key);
    } catch (NoSuchFileException expired) {
      throw new AnalyticsException(ErrorCode.NOT_FOUND, "it is older than such objects are kept");
    }
  }

  private static AnalyticsException nothing() {
    return new AnalyticsException(ErrorCode.NOT_FOUND, "the file has not come so far");
  }
}
