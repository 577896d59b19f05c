package org.mlanalytics.core;

import java.util.Arrays;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.mlanalytics.core.source.BsonValue;
import org.mlanalytics.core.source.Value;

/** Documents as the driver encodes them. */
public final class Bson {

  private Bson() {}

  public static byte[] encoded(BsonDocument document) {
    try (BasicOutputBuffer buffer = new BasicOutputBuffer();
        BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
      new BsonDocumentCodec().encode(writer, document, EncoderContext.builder().build());
      writer.flush();
      return buffer.toByteArray();
    }
  }

  /** A view of the document in the middle of a larger array, as drivers hand them out. */
  public static Value value(BsonDocument document) {
    byte[] encoded = encoded(document);
    byte[] around = new byte[encoded.length + 14];
    Arrays.fill(around, (byte) 0x5A);
    System.arraycopy(encoded, 0, around, 7, encoded.length);
    return BsonValue.document(around, 7, encoded.length);
  }

  /** A view of a document in extended JSON; single quotes are allowed. */
  public static Value value(String extendedJson) {
    return value(BsonDocument.parse(extendedJson));
  }

  /** The documents of a list in extended JSON. */
  public static List<BsonDocument> documents(String extendedJson) {
    return BsonArray.parse(extendedJson).stream().map(org.bson.BsonValue::asDocument).toList();
  }
}
