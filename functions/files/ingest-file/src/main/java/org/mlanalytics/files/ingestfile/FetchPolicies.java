package org.mlanalytics.files.ingestfile;

import java.util.List;
import org.mlanalytics.files.fetching.FetchPolicy;
import org.mlanalytics.files.fetching.TimeLimits;

/** What the configuration allows to be fetched. */
final class FetchPolicies {

  private FetchPolicies() {}

  static FetchPolicy of(FilesConfig.Fetch config) {
    return FetchPolicy.builder()
        .schemes(config.schemes().orElse(List.of()))
        .hosts(config.hosts().orElse(List.of()))
        .ports(config.ports().orElse(List.of()))
        .permittedNetworks(config.permittedNetworks().orElse(List.of()))
        .directories(config.directories().orElse(List.of()))
        .maxBytes(config.maxBytes())
        .times(
            new TimeLimits(
                TimeLimits.DEFAULT.connect(), TimeLimits.DEFAULT.idle(), config.timeout()))
        .build();
  }
}
