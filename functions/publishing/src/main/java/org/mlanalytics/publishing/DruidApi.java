package org.mlanalytics.publishing;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The calls of Druid's HTTP API that are needed, through its router. Any status is returned, none
 * thrown.
 */
@Path("/druid")
@RegisterRestClient(configKey = "druid")
@RegisterClientHeaders(DruidCredentials.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface DruidApi {

  @POST
  @Path("/indexer/v1/task")
  Response submit(String task);

  @GET
  @Path("/indexer/v1/task/{id}/status")
  Response status(@PathParam("id") String id);

  @GET
  @Path("/indexer/v1/task/{id}/reports")
  Response reports(@PathParam("id") String id);

  @POST
  @Path("/indexer/v1/task/{id}/shutdown")
  Response shutdown(@PathParam("id") String id);

  @POST
  @Path("/indexer/v1/sampler")
  Response sample(String spec);

  @POST
  @Path("/indexer/v1/supervisor")
  Response supervise(String spec);

  @GET
  @Path("/indexer/v1/supervisor/{id}")
  Response supervisor(@PathParam("id") String id);

  @GET
  @Path("/indexer/v1/supervisor/{id}/status")
  Response supervisorStatus(@PathParam("id") String id);

  @POST
  @Path("/indexer/v1/supervisor/{id}/suspend")
  Response suspend(@PathParam("id") String id);

  @POST
  @Path("/indexer/v1/supervisor/{id}/resume")
  Response resume(@PathParam("id") String id);

  @DELETE
  @Path("/coordinator/v1/datasources/{dataset}")
  Response markUnused(@PathParam("dataset") String dataset);

  @POST
  @Path("/v2/sql")
  Response sql(String query);
}
