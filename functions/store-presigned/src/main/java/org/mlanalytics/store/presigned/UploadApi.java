package org.mlanalytics.store.presigned;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The one call of the presigned-upload service. Any status is returned, none thrown. */
@Path("/v1/cloud-services/storage/actions")
@RegisterRestClient(configKey = "upload-service")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public interface UploadApi {

  @POST
  Response act(@HeaderParam("internal-access-token") String token, String request);
}
