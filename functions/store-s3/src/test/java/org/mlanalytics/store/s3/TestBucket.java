package org.mlanalytics.store.s3;

import java.net.URI;
import org.mlanalytics.local.S3Node;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Clients of a test's server. */
final class TestBucket {

  private TestBucket() {}

  /** A client as the functions have it. */
  static S3Client client(S3Node node) {
    return S3Producer.compatible(builder(node), true);
  }

  /** A client with the defaults of the SDK. */
  static S3ClientBuilder builder(S3Node node) {
    return S3Client.builder()
        .endpointOverride(URI.create(node.address()))
        .region(Region.US_EAST_1)
        .httpClient(UrlConnectionHttpClient.create())
        .credentialsProvider(
            StaticCredentialsProvider.create(
                AwsBasicCredentials.create(S3Node.ACCESS_KEY, S3Node.SECRET_KEY)));
  }
}
