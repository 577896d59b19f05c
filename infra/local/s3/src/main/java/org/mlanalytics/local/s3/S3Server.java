package org.mlanalytics.local.s3;

import java.net.URI;
import java.util.Properties;
import org.gaul.s3proxy.AuthenticationType;
import org.gaul.s3proxy.S3Proxy;
import org.jclouds.ContextBuilder;
import org.jclouds.blobstore.BlobStoreContext;

/**
 * A server of the S3 API in this JVM, on 127.0.0.1, that keeps objects in memory.
 *
 * <p>System properties, all required: {@code local.port.s3}, {@code local.s3.key} and {@code
 * local.s3.secret}.
 */
public final class S3Server {

  private S3Server() {}

  /** Runs until the process is ended. */
  public static void main(String[] args) throws Exception {
    BlobStoreContext objects =
        ContextBuilder.newBuilder("transient-nio2")
            .credentials("identity", "credential")
            .overrides(new Properties())
            .build(BlobStoreContext.class);
    // without authentication it would store a client's chunk framing as data
    S3Proxy server =
        S3Proxy.builder()
            .blobStore(objects.getBlobStore())
            .endpoint(URI.create("http://127.0.0.1:" + Integer.getInteger("local.port.s3")))
            .awsAuthentication(
                AuthenticationType.AWS_V2_OR_V4,
                System.getProperty("local.s3.key"),
                System.getProperty("local.s3.secret"))
            .ignoreUnknownHeaders(true)
            .build();
    server.start();
    Thread.currentThread().join();
  }
}
