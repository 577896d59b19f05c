package org.mlanalytics.files.ingestfile.callback;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import org.mlanalytics.files.fetching.Poster;

/** Rules of callbacks as operators set them: by environment variables. */
final class CallbackRules {

  static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  static final String OTHER_SECRET = "whsec_ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

  private CallbackRules() {}

  /** The configuration that variables give, named without their first part. */
  static CallbackConfig config(Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>();
    variables.forEach((name, value) -> environment.put("MLA_FILES_CALLBACK_" + name, value));
    return new SmallRyeConfigBuilder()
        .addDiscoveredConverters()
        .addDefaultInterceptors()
        .withSources(new EnvConfigSource(environment, 300))
        .withMapping(CallbackConfig.class)
        .build()
        .getConfigMapping(CallbackConfig.class);
  }

  static CallbackTenants tenants(Map<String, String> variables) {
    return new CallbackTenants(config(variables).tenants(), Poster.ofTheMachine());
  }

  /** Tenant {@code north}, whose callbacks go to a port of this machine. */
  static Map<String, String> north(int port) {
    return new HashMap<>(
        Map.of(
            "TENANTS_NORTH_SECRET", SECRET,
            "TENANTS_NORTH_SCHEMES", "http",
            "TENANTS_NORTH_HOSTS", "127.0.0.1",
            "TENANTS_NORTH_PORTS", String.valueOf(port),
            "TENANTS_NORTH_PERMITTED_NETWORKS", "127.0.0.1/32"));
  }
}
