package org.mlanalytics.core.source;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * A value of a BSON document (BSON specification 1.1), read straight from its bytes: no tree is
 * built, and what no rule asks for is only skipped. Symbols count as text, undefined as null.
 *
 * <p>Bytes that break the format raise {@code malformed:bson} when they are reached, so the pieces
 * of a document that nobody reads are not checked. The values of one document are for one thread.
 */
public final class BsonValue extends AbstractValue {

  private final BsonFields fields;
  private final int tag;
  private final int offset;

  private BsonValue(BsonReader reader, int offset) {
    this.fields = new BsonFields(reader);
    this.tag = BsonTag.DOCUMENT;
    this.offset = offset;
  }

  BsonValue(BsonValue parent, String name, int index, int tag, int offset) {
    super(parent, name, index);
    this.fields = parent.fields.inner();
    this.tag = tag;
    this.offset = offset;
  }

  /**
   * A view of the one document that fills these bytes. The bytes are not copied.
   *
   * @throws IndexOutOfBoundsException if the range is outside the array
   */
  public static BsonValue document(byte[] bytes, int offset, int length) {
    return new BsonValue(new BsonReader(bytes, offset, length), offset);
  }

  @Override
  public ValueType type() {
    return BsonTag.type(tag);
  }

  @Override
  Value field(String field) {
    int found = fields.find(offset, field);
    return found == BsonFields.NONE
        ? new MissingValue(this, field)
        : new BsonValue(this, field, -1, fields.tag(found), fields.valueOffset(found));
  }

  @Override
  Iterable<Value> items() {
    return Items::new;
  }

  @Override
  Iterable<Field> entries() {
    Map<String, Field> entries = new LinkedHashMap<>();
    BsonElements elements = new BsonElements(fields.reader(), offset);
    for (int i = 0; elements.next(); i++) {
      String name = elements.name();
      Value value = new BsonValue(this, null, i, elements.tag(), elements.valueOffset());
      entries.putIfAbsent(name, new Field(name, value));
    }
    return entries.values();
  }

  @Override
  String scalar() {
    BsonReader reader = fields.reader();
    return switch (tag) {
      case BsonTag.TEXT, BsonTag.SYMBOL -> reader.text(offset);
      case BsonTag.INT32 -> Integer.toString(reader.int32(offset));
      case BsonTag.INT64 -> Long.toString(reader.int64(offset));
      case BsonTag.DOUBLE -> Double.toString(Double.longBitsToDouble(reader.int64(offset)));
      case BsonTag.DECIMAL128 ->
          Decimal128.toString(reader.int64(offset + Long.BYTES), reader.int64(offset));
      case BsonTag.OBJECT_ID -> reader.hex(offset, BsonTag.OBJECT_ID_LENGTH);
      default -> throw new IllegalStateException("no text: tag " + tag);
    };
  }

  @Override
  boolean truth() {
    return fields.reader().truth(offset);
  }

  @Override
  long millis() {
    return fields.reader().int64(offset);
  }

  /** The elements of a list. Their names are positions that no driver relies on; order counts. */
  private final class Items implements Iterator<Value> {

    private final BsonElements elements = new BsonElements(fields.reader(), offset);
    private int index;
    private boolean more = elements.next();

    @Override
    public boolean hasNext() {
      return more;
    }

    @Override
    public Value next() {
      if (!more) {
        throw new NoSuchElementException();
      }
      Value item =
          new BsonValue(BsonValue.this, null, index++, elements.tag(), elements.valueOffset());
      more = elements.next();
      return item;
    }
  }
}
