package org.mlanalytics.bench.streams;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * What a contender has published, to be compared: partitions, keys, values and headers of all rows,
 * in any order. A row that comes twice makes another digest.
 */
final class TopicDigest {

  private final MessageDigest sha256;
  private BigInteger sum = BigInteger.ZERO;
  private long rows;
  private long bytes;

  TopicDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void add(ConsumerRecord<byte[], byte[]> row) {
    rows++;
    bytes += row.key().length + row.value().length;
    sha256.update((byte) row.partition());
    sha256.update(row.key());
    sha256.update(row.value());
    for (Header header : row.headers()) {
      sha256.update(RowRecord.utf8(header.key()));
      sha256.update(header.value());
    }
    sum = sum.add(new BigInteger(1, sha256.digest()));
  }

  long rows() {
    return rows;
  }

  /** Of keys and values. */
  long bytes() {
    return bytes;
  }

  /** The same for the same rows. */
  @Override
  public String toString() {
    return rows + " rows, " + sum.mod(BigInteger.ONE.shiftLeft(64)).toString(16);
  }
}
