package jp.frontdesk.reading.glyphs;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What the training learned: how to turn the numbers of a character into a point, and where the
/// points of each known character lie. Immutable; safe for threads.
public final class GlyphModel {
  /// A character that a picture may show.
  ///
  /// @param codePoint of the character
  /// @param distance squared, in units of the usual spread of one and the same character; about the
  ///   number of dimensions for a sure one
  /// @param rarity how unusual it is in names and addresses, 0 usual to 3
  public record Guess(int codePoint, float distance, int rarity) {}

  private static final int COARSE = 24;
  private static final int CLOSE = 160;
  private static final int[] NONE = {};

  private final int dimensions;
  private final float[] centre;
  private final float[] projection;
  private final int[] symbols;
  private final byte[] rarities;
  private final float scale;
  private final byte[] points;
  private final Map<Integer, int[]> known;

  /// The projection column by column, so that many products are taken at once.
  private final float[] columns;

  /// @param dimensions of a point
  /// @param centre subtracted from the numbers first, [GlyphFeatures#COUNT]
  /// @param projection row by row, a row a dimension, the most telling first
  /// @param symbols the code point of each point
  /// @param rarities how unusual each one is in names and addresses, 0 usual to 3
  /// @param scale what one step of a stored coordinate means
  /// @param points the coordinates, point by point
  public GlyphModel(
      int dimensions,
      float[] centre,
      float[] projection,
      int[] symbols,
      byte[] rarities,
      float scale,
      byte[] points) {
    this.dimensions = dimensions;
    this.centre = centre.clone();
    this.projection = projection.clone();
    this.symbols = symbols.clone();
    this.rarities = rarities.clone();
    this.scale = scale;
    this.points = points.clone();
    known =
        IntStream.range(0, symbols.length)
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> symbols[i],
                    Collectors.collectingAndThen(
                        Collectors.toList(),
                        all -> all.stream().mapToInt(Integer::intValue).toArray())));
    columns = new float[projection.length];
    for (int i = 0; i < columns.length; i++) {
      columns[i % GlyphFeatures.COUNT * dimensions + i / GlyphFeatures.COUNT] = projection[i];
    }
  }

  /// Reads what [#write] wrote.
  public static GlyphModel read(InputStream from) throws IOException {
    DataInputStream in = new DataInputStream(from);
    int dimensions = in.readInt();
    float[] centre = floats(in, GlyphFeatures.COUNT);
    float[] projection = floats(in, dimensions * GlyphFeatures.COUNT);
    int[] symbols = new int[in.readInt()];
    for (int i = 0; i < symbols.length; i++) {
      symbols[i] = in.readInt();
    }
    byte[] rarities = in.readNBytes(symbols.length);
    float scale = in.readFloat();
    byte[] points = in.readNBytes(symbols.length * dimensions);
    return new GlyphModel(dimensions, centre, projection, symbols, rarities, scale, points);
  }

  /// Writes the whole model.
  public void write(OutputStream to) throws IOException {
    DataOutputStream out = new DataOutputStream(to);
    out.writeInt(dimensions);
    for (float v : centre) {
      out.writeFloat(v);
    }
    for (float v : projection) {
      out.writeFloat(v);
    }
    out.writeInt(symbols.length);
    for (int s : symbols) {
      out.writeInt(s);
    }
    out.write(rarities);
    out.writeFloat(scale);
    out.write(points);
    out.flush();
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = in.readFloat();
    }
    return values;
  }

  /// The point of a character's numbers.
  public float[] project(float[] values) {
    float[] point = new float[dimensions];
    for (int i = 0; i < values.length; i++) {
      float away = values[i] - centre[i];
      int column = i * dimensions;
      for (int d = 0; d < dimensions; d++) {
        point[d] += columns[column + d] * away;
      }
    }
    return point;
  }

  /// Whether the training had a character, so that it may come out.
  public boolean knows(int codePoint) {
    return known.containsKey(codePoint);
  }

  /// How far a point is from a character, as of [Guess]; infinite for one that is not known.
  ///
  /// @param point from [#project]
  float distance(float[] point, int codePoint) {
    float least = Float.POSITIVE_INFINITY;
    for (int index : known.getOrDefault(codePoint, NONE)) {
      least = Math.min(least, distanceTo(index, point));
    }
    return least;
  }

  /// The part of the model that knows only some characters.
  ///
  /// @param allowed the characters that may come out
  public Choice only(IntPredicate allowed) {
    int[] members =
        IntStream.range(0, symbols.length).filter(i -> allowed.test(symbols[i])).toArray();
    return new Choice(members);
  }

  /// Some of the model's characters. Immutable; safe for threads.
  public final class Choice {
    private final int[] members;
    private final float[][] coarse;

    private Choice(int[] members) {
      this.members = members;
      int telling = Math.min(COARSE, dimensions);
      coarse = new float[telling][members.length];
      for (int d = 0; d < telling; d++) {
        for (int i = 0; i < members.length; i++) {
          coarse[d][i] = points[members[i] * dimensions + d] * scale;
        }
      }
    }

    /// The characters that look most like what was described, each once, nearest first.
    ///
    /// @param values from [GlyphFeatures]
    /// @param count how many at most
    public List<Guess> nearest(float[] values, int count) {
      float[] point = project(values);
      int[] near = near(point);
      float[] distances = new float[near.length];
      for (int i = 0; i < near.length; i++) {
        distances[i] = distanceTo(near[i], point);
      }
      List<Guess> guesses = new ArrayList<>();
      while (guesses.size() < count) {
        int best = -1;
        for (int i = 0; i < near.length; i++) {
          if (distances[i] < Float.MAX_VALUE && (best < 0 || distances[i] < distances[best])) {
            best = i;
          }
        }
        if (best < 0) {
          break;
        }
        int symbol = symbols[near[best]];
        if (guesses.stream().noneMatch(g -> g.codePoint() == symbol)) {
          guesses.add(new Guess(symbol, distances[best], rarities[near[best]]));
        }
        distances[best] = Float.MAX_VALUE;
      }
      return List.copyOf(guesses);
    }

    /// Points that are near in the most telling dimensions.
    private int[] near(float[] point) {
      float[] distances = new float[members.length];
      for (int d = 0; d < coarse.length; d++) {
        float[] column = coarse[d];
        float own = point[d];
        for (int i = 0; i < distances.length; i++) {
          float away = column[i] - own;
          distances[i] += away * away;
        }
      }
      if (members.length <= CLOSE) {
        return members;
      }
      float[] sorted = distances.clone();
      float limit = smallest(sorted, CLOSE);
      int[] near = new int[members.length];
      int n = 0;
      for (int i = 0; i < distances.length; i++) {
        if (distances[i] <= limit) {
          near[n++] = members[i];
        }
      }
      return Arrays.copyOf(near, n);
    }
  }

  /// The n-th smallest value (quickselect); reorders the values.
  private static float smallest(float[] values, int n) {
    int from = 0;
    int to = values.length - 1;
    while (from < to) {
      float pivot = values[(from + to) >>> 1];
      int i = from;
      int j = to;
      while (i <= j) {
        while (values[i] < pivot) {
          i++;
        }
        while (values[j] > pivot) {
          j--;
        }
        if (i <= j) {
          float swap = values[i];
          values[i++] = values[j];
          values[j--] = swap;
        }
      }
      if (n <= j) {
        to = j;
      } else if (n >= i) {
        from = i;
      } else {
        break;
      }
    }
    return values[n];
  }

  private float distanceTo(int index, float[] point) {
    float sum = 0;
    int at = index * dimensions;
    for (int d = 0; d < dimensions; d++) {
      float away = point[d] - points[at + d] * scale;
      sum += away * away;
    }
    return sum;
  }
}
