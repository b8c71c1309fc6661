package jp.frontdesk.train;

import java.util.Arrays;
import jp.frontdesk.reading.glyphs.GlyphFeatures;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// How samples spread: all together, and around the middle of their own character. From both follow
/// the axes along which characters are best told apart.
final class Spread {
  /// The axes, the most telling first, scaled so that samples of one character spread by 1.
  @SuppressWarnings("ArrayRecordComponent") // handed over once, within the training
  record Axes(float[] centre, float[] rows) {}

  private static final int N = GlyphFeatures.COUNT;
  private static final int BLOCK = 512;
  private static final double SOFTEN = 0.02;

  private final double[][] sums;
  private final int[] counts;
  private final DMatrixRMaj products = new DMatrixRMaj(N, N);
  private final DMatrixRMaj block = new DMatrixRMaj(BLOCK, N);
  private int filled;
  private long count;

  Spread(int glyphs) {
    sums = new double[glyphs][N];
    counts = new int[glyphs];
  }

  void add(TrainGlyphs.Sample sample) {
    int g = sample.number();
    for (int i = 0; i < N; i++) {
      sums[g][i] += sample.values()[i];
      block.data[filled * N + i] = sample.values()[i];
    }
    counts[g]++;
    count++;
    if (++filled == BLOCK) {
      flush();
    }
  }

  void add(Spread other) {
    other.flush();
    for (int g = 0; g < counts.length; g++) {
      for (int i = 0; i < N; i++) {
        sums[g][i] += other.sums[g][i];
      }
      counts[g] += other.counts[g];
    }
    CommonOps_DDRM.addEquals(products, other.products);
    count += other.count;
  }

  private void flush() {
    Arrays.fill(block.data, filled * N, BLOCK * N, 0);
    CommonOps_DDRM.multAddTransA(block, block, products);
    filled = 0;
  }

  long count() {
    return count;
  }

  Axes axes(int dimensions) {
    flush();
    double[] centre = new double[N];
    int known = 0;
    DMatrixRMaj within = products.copy();
    for (int g = 0; g < counts.length; g++) {
      if (counts[g] > 0) {
        known++;
        outer(within, sums[g], -1.0 / counts[g]);
        for (int i = 0; i < N; i++) {
          centre[i] += sums[g][i] / counts[g];
        }
      }
    }
    for (int i = 0; i < N; i++) {
      centre[i] /= known;
    }
    CommonOps_DDRM.divide(within, (double) (count - known));
    soften(within);
    DMatrixRMaj between = new DMatrixRMaj(N, N);
    for (int g = 0; g < counts.length; g++) {
      if (counts[g] > 0) {
        double[] away = new double[N];
        for (int i = 0; i < N; i++) {
          away[i] = sums[g][i] / counts[g] - centre[i];
        }
        outer(between, away, 1.0 / known);
      }
    }
    return new Axes(floats(centre), rows(within, between, dimensions));
  }

  private static void outer(DMatrixRMaj into, double[] v, double factor) {
    for (int i = 0; i < N; i++) {
      double a = v[i] * factor;
      for (int j = 0; j < N; j++) {
        into.data[i * N + j] += a * v[j];
      }
    }
  }

  private static void soften(DMatrixRMaj within) {
    double mean = CommonOps_DDRM.trace(within) / N;
    for (int i = 0; i < N; i++) {
      within.data[i * N + i] += SOFTEN * mean;
    }
  }

  private static float[] rows(DMatrixRMaj within, DMatrixRMaj between, int dimensions) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(N, true);
    if (!cholesky.decompose(within.copy())) {
      throw new IllegalStateException("the spread within characters is not positive");
    }
    DMatrixRMaj inverse = new DMatrixRMaj(N, N);
    CommonOps_DDRM.invert(cholesky.getT(null), inverse);
    DMatrixRMaj half = new DMatrixRMaj(N, N);
    DMatrixRMaj white = new DMatrixRMaj(N, N);
    CommonOps_DDRM.mult(inverse, between, half);
    CommonOps_DDRM.multTransB(half, inverse, white);
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(N, true, true);
    eigen.decompose(white);
    Integer[] order = new Integer[N];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (a, b) -> Double.compare(eigen.getEigenvalue(b).real, eigen.getEigenvalue(a).real));
    float[] rows = new float[dimensions * N];
    for (int d = 0; d < dimensions; d++) {
      DMatrixRMaj axis = eigen.getEigenVector(order[d]);
      for (int i = 0; i < N; i++) {
        double sum = 0;
        for (int k = 0; k < N; k++) {
          sum += inverse.get(k, i) * axis.get(k, 0);
        }
        rows[d * N + i] = (float) sum;
      }
    }
    return rows;
  }

  private static float[] floats(double[] values) {
    float[] out = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      out[i] = (float) values[i];
    }
    return out;
  }
}
