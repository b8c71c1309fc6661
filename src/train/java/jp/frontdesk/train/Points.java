package jp.frontdesk.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import jp.frontdesk.reading.glyphs.GlyphModel;

/// Where the samples of each character lie, and the few points that stand for them (k-means).
final class Points {
  private static final int LEAST = 10;
  private static final int SIGN = 8;
  private static final int USUAL = 4;
  private static final int FEWEST = 2;
  private static final int ROUNDS = 8;

  private final List<List<float[]>> samples = new ArrayList<>();
  private final int dimensions;

  Points(int glyphs, int dimensions) {
    this.dimensions = dimensions;
    for (int i = 0; i < glyphs; i++) {
      samples.add(new ArrayList<>());
    }
  }

  void add(int number, float[] point) {
    samples.get(number).add(point);
  }

  void add(Points other) {
    for (int i = 0; i < samples.size(); i++) {
      samples.get(i).addAll(other.samples.get(i));
    }
  }

  GlyphModel model(GlyphSet set, Spread.Axes axes) {
    List<float[]> middles = new ArrayList<>();
    List<Integer> symbols = new ArrayList<>();
    Random luck = new Random(5);
    for (int g = 0; g < samples.size(); g++) {
      List<float[]> own = samples.get(g);
      int count = Math.min(most(set.codePoint(g)), own.size() / LEAST);
      List<float[]> few = own.isEmpty() ? List.of() : middles(own, Math.max(1, count), luck);
      for (float[] middle : few) {
        middles.add(middle);
        symbols.add(set.codePoint(g));
      }
    }
    float largest = 0;
    for (float[] m : middles) {
      for (float v : m) {
        largest = Math.max(largest, Math.abs(v));
      }
    }
    float scale = largest / 127;
    byte[] bytes = new byte[middles.size() * dimensions];
    for (int i = 0; i < middles.size(); i++) {
      for (int d = 0; d < dimensions; d++) {
        bytes[i * dimensions + d] = (byte) Math.round(middles.get(i)[d] / scale);
      }
    }
    System.out.println("points " + middles.size() + ", step " + scale);
    return new GlyphModel(
        dimensions,
        axes.centre(),
        axes.rows(),
        symbols.stream().mapToInt(Integer::intValue).toArray(),
        rarities(symbols),
        scale,
        bytes);
  }

  /// Points that stand for a character: faces of dots, of brushes and of pens draw it differently,
  /// but only few faces have rare ones at all.
  private static int most(int codePoint) {
    return Character.isIdeographic(codePoint)
        ? Math.max(FEWEST, USUAL - GlyphSet.rarity(codePoint))
        : SIGN;
  }

  private static byte[] rarities(List<Integer> symbols) {
    byte[] rarities = new byte[symbols.size()];
    for (int i = 0; i < rarities.length; i++) {
      rarities[i] = (byte) GlyphSet.rarity(symbols.get(i));
    }
    return rarities;
  }

  private List<float[]> middles(List<float[]> own, int count, Random luck) {
    List<float[]> middles = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      middles.add(own.get(luck.nextInt(own.size())).clone());
    }
    for (int round = 0; round < (count == 1 ? 1 : ROUNDS); round++) {
      float[][] sums = new float[count][dimensions];
      int[] counts = new int[count];
      for (float[] sample : own) {
        int nearest = 0;
        double best = Double.MAX_VALUE;
        for (int m = 0; m < count; m++) {
          double away = distance(sample, middles.get(m));
          if (away < best) {
            best = away;
            nearest = m;
          }
        }
        counts[nearest]++;
        for (int d = 0; d < dimensions; d++) {
          sums[nearest][d] += sample[d];
        }
      }
      for (int m = 0; m < count; m++) {
        if (counts[m] > 0) {
          for (int d = 0; d < dimensions; d++) {
            sums[m][d] /= counts[m];
          }
          middles.set(m, sums[m]);
        }
      }
    }
    return middles;
  }

  private static double distance(float[] a, float[] b) {
    double sum = 0;
    for (int d = 0; d < a.length; d++) {
      double away = a[d] - b[d];
      sum += away * away;
    }
    return sum;
  }
}
