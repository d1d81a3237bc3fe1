#include "backends/ble/adverts/aesccm.h"

#include <openssl/evp.h>

#include <memory>

namespace muster::ble {

namespace {

constexpr qsizetype maxCipher = 1'650; // an extended advertisement has no more

const unsigned char *raw(QByteArrayView bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

struct FreeContext
{
    void operator()(EVP_CIPHER_CTX *context) const { EVP_CIPHER_CTX_free(context); }
};

} // namespace

std::optional<QByteArray> decryptCcm(const QByteArray &key, const QByteArray &nonce, QByteArrayView cipher, QByteArrayView tag, QByteArrayView associated)
{
    if (key.size() != 16 || nonce.size() < 7 || nonce.size() > 13 || tag.size() != 4 || cipher.isEmpty() || cipher.size() > maxCipher)
        return {};
    const std::unique_ptr<EVP_CIPHER_CTX, FreeContext> context(EVP_CIPHER_CTX_new());
    EVP_CIPHER_CTX *const c = context.get();
    QByteArray expected = tag.toByteArray(); // OpenSSL wants it writable
    QByteArray plain(cipher.size(), Qt::Uninitialized);
    int length = 0;
    const bool right = c && EVP_DecryptInit_ex(c, EVP_aes_128_ccm(), nullptr, nullptr, nullptr) == 1
        && EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_IVLEN, int(nonce.size()), nullptr) == 1
        && EVP_CIPHER_CTX_ctrl(c, EVP_CTRL_AEAD_SET_TAG, int(expected.size()), expected.data()) == 1
        && EVP_DecryptInit_ex(c, nullptr, nullptr, raw(key), raw(nonce)) == 1
        && EVP_DecryptUpdate(c, nullptr, &length, nullptr, int(cipher.size())) == 1
        && (associated.isEmpty() || EVP_DecryptUpdate(c, nullptr, &length, raw(associated), int(associated.size())) == 1)
        && EVP_DecryptUpdate(c, reinterpret_cast<unsigned char *>(plain.data()), &length, raw(cipher), int(cipher.size())) == 1;
    if (!right)
        return {};
    return plain;
}

} // namespace muster::ble
