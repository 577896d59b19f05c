package org.mlanalytics.files.fetching;

import java.net.URI;

/**
 * A bucket that a tenant may read. The host of its endpoint need not be on the list of hosts; its
 * addresses are checked like any others.
 *
 * @param endpoint of the service, such as {@code https://s3.eu-central-1.amazonaws.com}; the bucket
 *     is put into the path
 * @param region that requests are signed for
 * @param accessKey name of the key
 * @param secretKey the key
 */
public record S3Bucket(URI endpoint, String region, String accessKey, String secretKey) {

  /**
   * @throws IllegalArgumentException if the endpoint is not an origin
   */
  public S3Bucket {
    Origin.parse(endpoint.toString());
  }

  @Override
  public String toString() {
    return "S3Bucket[endpoint=" + endpoint + ", region=" + region + "]";
  }
}
