package org.mlanalytics.publishing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.rest.client.ext.ClientHeadersFactory;

/** Basic authentication (RFC 7617), where Druid asks for it. */
@ApplicationScoped
public class DruidCredentials implements ClientHeadersFactory {

  private final PublishingConfig config;

  DruidCredentials(PublishingConfig config) {
    this.config = config;
  }

  @Override
  public MultivaluedMap<String, String> update(
      MultivaluedMap<String, String> incoming, MultivaluedMap<String, String> outgoing) {
    MultivaluedMap<String, String> headers = new MultivaluedHashMap<>();
    config
        .username()
        .ifPresent(
            user -> {
              String pair = user + ":" + config.password().orElse("");
              headers.add(
                  HttpHeaders.AUTHORIZATION,
                  "Basic "
                      + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
            });
    return headers;
  }
}
