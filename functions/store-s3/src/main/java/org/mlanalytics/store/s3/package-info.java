/** Objects behind the S3 API: AWS, MinIO, and others that speak it. */
package org.mlanalytics.store.s3;
