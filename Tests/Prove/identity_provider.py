"""FreeRADIUS as an identity provider of OpenRoaming: RadSec on loopback, EAP-TTLS with a password."""

DICTIONARY = """
BEGIN-VENDOR WISPr
ATTRIBUTE Offered-Service 12 string
END-VENDOR WISPr
"""

EAP = """
eap {
  default_eap_type = ttls
  timer_expire = 60
  tls-config common {
    private_key_file = "FOLDER/radius.example.org.key"
    certificate_file = "FOLDER/radius.example.org.pem"
    ca_file = "FOLDER/radius.example.org.pem"
    tls_min_version = "1.2"
    tls_max_version = "1.2"
    ecdh_curve = ""
  }
  ttls {
    tls = common
    default_eap_type = mschapv2
    virtual_server = "inside"
  }
  mschapv2 {
  }
}
"""

SITE = """
clients radsec {
  client proxy {
    ipaddr = 127.0.0.1
    proto = tls
    secret = radsec
  }
}
listen {
  type = auth
  ipaddr = 127.0.0.1
  port = PORT
  proto = tcp
  virtual_server = idp
  clients = radsec
  tls {
    private_key_file = "FOLDER/localhost.key"
    certificate_file = "FOLDER/localhost.pem"
    ca_file = "FOLDER/localhost.pem"
    tls_min_version = "1.2"
    tls_max_version = "1.3"
    require_client_cert = yes
  }
}
server idp {
  authorize {
    eap
  }
  authenticate {
    eap
  }
  post-auth {
    seen
    Post-Auth-Type REJECT {
      seen
    }
  }
}
server inside {
  authorize {
    mschap
    eap
    if (&User-Name == 'alice@example.org') {
      update control {
        &Cleartext-Password := 'correct horse'
      }
    }
  }
  authenticate {
    Auth-Type MS-CHAP {
      mschap
    }
    eap
  }
}
"""

LOG = """
linelog seen {
  filename = "FOLDER/seen"
  format = "%{reply:Packet-Type} %{User-Name} %{Operator-Name} (%{request:Operator-Name[#]}) \
%{Offered-Service}"
}
"""
